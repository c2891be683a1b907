/** Pages of the ledger: its keys. */
@NullMarked
package vn.camket.audit.web;

import org.jspecify.annotations.NullMarked;
