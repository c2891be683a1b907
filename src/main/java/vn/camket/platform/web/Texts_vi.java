package vn.camket.platform.web;

/** Vietnamese; present so that a server with English defaults never answers a Vietnamese reader in English. */
public class Texts_vi extends Texts {}
