package vn.camket.quiz;

/** How a question is answered: one right option, all and only the right ones, or true or false. */
public enum QuestionKind {
    SINGLE,
    MULTIPLE,
    /** Its two options keep their order. */
    TRUE_FALSE
}
