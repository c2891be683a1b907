/**
 * Legal and Party documents (văn bản) that modules and campaigns cite, with their validity (hiệu lực).
 */
@NullMarked
package vn.camket.library;

import org.jspecify.annotations.NullMarked;
