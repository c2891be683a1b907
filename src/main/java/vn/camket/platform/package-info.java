/**
 * The ground all rooms stand on: time, text, periods, refusals, schema, jobs. It holds no word of the business.
 */
@NullMarked
package vn.camket.platform;

import org.jspecify.annotations.NullMarked;
