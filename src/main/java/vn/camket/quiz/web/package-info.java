/** Pages and saves of the quiz room. */
@NullMarked
package vn.camket.quiz.web;

import org.jspecify.annotations.NullMarked;
