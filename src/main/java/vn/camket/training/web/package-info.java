/** Pages of training: a person's modules and lessons, the writing of modules, materials as files. */
@NullMarked
package vn.camket.training.web;

import org.jspecify.annotations.NullMarked;
