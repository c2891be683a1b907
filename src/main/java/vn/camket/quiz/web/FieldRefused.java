package vn.camket.quiz.web;

import vn.camket.platform.Refusal;

/** What was typed into one field cannot be taken. */
final class FieldRefused extends RuntimeException {
    final String field;
    final transient Refusal refusal;

    FieldRefused(String field, Refusal refusal) {
        super(field, refusal, false, false);
        this.field = field;
        this.refusal = refusal;
    }
}
