/**
 * What every page shares: texts, formats, the record resolver, security headers, guards of unsafe requests.
 */
@NullMarked
package vn.camket.platform.web;

import org.jspecify.annotations.NullMarked;
