/** Pages of agencies and people. */
@NullMarked
package vn.camket.organization.web;

import org.jspecify.annotations.NullMarked;
