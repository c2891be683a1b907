/** Pages of the campaign room: list, overview, planning step by step, opening, closing, putting off. */
@NullMarked
package vn.camket.campaign.web;

import org.jspecify.annotations.NullMarked;
