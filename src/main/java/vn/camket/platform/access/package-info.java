/**
 * Who may do what (quyền): the permissions a boundary method can ask for, and the one interceptor that asks. Who the
 * caller is comes from the identity room, which implements {@link vn.camket.platform.access.Caller}.
 */
@NullMarked
package vn.camket.platform.access;

import org.jspecify.annotations.NullMarked;
