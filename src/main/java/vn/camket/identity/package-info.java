/**
 * Accounts (tài khoản), roles with scope (vai trò, phạm vi), sign-in and sign-out, the signed-in person.
 */
@NullMarked
package vn.camket.identity;

import org.jspecify.annotations.NullMarked;
