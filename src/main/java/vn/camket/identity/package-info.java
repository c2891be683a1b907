/**
 * Accounts (tài khoản), roles with scope (vai trò, phạm vi), sign-in and sign-out, the signed-in person.
 *
 * <p>On the screen: Passkey khóa truy cập; PasswordChanging đổi mật khẩu, kích hoạt; SigningIn đăng nhập, đăng xuất.
 */
@NullMarked
package vn.camket.identity;

import org.jspecify.annotations.NullMarked;
