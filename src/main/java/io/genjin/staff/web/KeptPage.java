package io.genjin.staff.web;

/**
 * What somebody typed before their session ended, to be saved now that they are signed in.
 *
 * @param name whose entry it will be
 */
public record KeptPage(KeptForm form, String name) {}
