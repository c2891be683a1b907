/**
 * Campaigns (cuộc vận động, đợt): period, phases, audience (đối tượng), ordered steps (bước) with due dates, enrolments (lượt tham gia).
 *
 * <p>On the screen: CampaignOpening phát động; CampaignPlanning soạn cuộc vận động; Phase giai đoạn.
 */
@NullMarked
package vn.camket.campaign;

import org.jspecify.annotations.NullMarked;
