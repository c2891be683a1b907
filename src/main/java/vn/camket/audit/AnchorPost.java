package vn.camket.audit;

import java.io.IOException;

/** Carries a head to one place outside. */
interface AnchorPost {
    /**
     * Returns when the other side has it.
     *
     * @return a token of the other side to keep; empty if there is none
     * @throws IOException with a sentence for the administrator, if the other side does not take it
     */
    byte[] send(String target, AnchorLetter letter) throws IOException;
}
