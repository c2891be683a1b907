/** Pages of the library. */
@NullMarked
package vn.camket.library.web;

import org.jspecify.annotations.NullMarked;
