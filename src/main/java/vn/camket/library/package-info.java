/**
 * Legal and Party documents (văn bản) that modules and campaigns cite, with their validity (hiệu lực).
 *
 * <p>On the screen: DocumentStatus hiệu lực; LegalDocument văn bản.
 */
@NullMarked
package vn.camket.library;

import org.jspecify.annotations.NullMarked;
