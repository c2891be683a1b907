/** Pages of the pledge room: signing, receipts, the public check, confirmation by the head. */
@NullMarked
package vn.camket.pledge.web;

import org.jspecify.annotations.NullMarked;
