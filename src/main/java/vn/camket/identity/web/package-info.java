/** Pages of the identity room and the frame that depends on the signed-in person. */
@NullMarked
package vn.camket.identity.web;

import org.jspecify.annotations.NullMarked;
