/** Pages and files of figures: the head's day, an agency, its people. */
@NullMarked
package vn.camket.report.web;

import org.jspecify.annotations.NullMarked;
