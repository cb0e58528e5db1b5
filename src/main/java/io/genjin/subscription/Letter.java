package io.genjin.subscription;

/**
 * A letter as it goes out, the same in plain text and as a page.
 *
 * @param id   by which a mail server knows a letter that comes a second time after a crash
 * @param stop address of the page that ends the subscription; empty for a letter that nobody subscribed to
 */
public record Letter(String id, String subject, String text, String html, String stop) {

    public Letter {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }
}
