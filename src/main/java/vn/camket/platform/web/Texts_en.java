package vn.camket.platform.web;

/** English. */
public class Texts_en extends Texts {
    public Texts_en() {
        super("en");
    }
}
