/**
 * Which enrolment has met which step (hoàn thành), the counters kept with each fact, what a person has to do next (việc cần làm).
 *
 * <p>On the screen: Tasks việc cần làm.
 */
@NullMarked
package vn.camket.completion;

import org.jspecify.annotations.NullMarked;
