/**
 * Campaigns (cuộc vận động, đợt): period, phases, audience (đối tượng), ordered steps (bước) with due dates, enrolments (lượt tham gia).
 */
@NullMarked
package vn.camket.campaign;

import org.jspecify.annotations.NullMarked;
