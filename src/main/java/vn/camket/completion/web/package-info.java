/** Pages of the completion room: what I must do, and the recount of the counters. */
@NullMarked
package vn.camket.completion.web;

import org.jspecify.annotations.NullMarked;
