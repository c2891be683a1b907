/** Pages of the ledger: its state, its keys; and what strangers may ask of the log. */
@NullMarked
package vn.camket.audit.web;

import org.jspecify.annotations.NullMarked;
