/**
 * The demonstration organisation (dữ liệu minh họa): a province with its agencies, invented people and a campaign in
 * progress, made once on an empty database when the installation is told to demonstrate.
 */
@NullMarked
package vn.camket.demonstration;

import org.jspecify.annotations.NullMarked;
