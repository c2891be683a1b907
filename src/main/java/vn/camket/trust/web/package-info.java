/** Pages of the trust room: the list of certification authorities. */
@NullMarked
package vn.camket.trust.web;

import org.jspecify.annotations.NullMarked;
