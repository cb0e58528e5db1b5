package io.genjin.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a call of the API answers when all went well, where its method cannot say so: for the description of the API, which is
 * held to it (S-R87).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** What stands in the body; nothing does unless said. */
    Class<?> value() default Void.class;

    /** The statuses that a good answer may have. */
    int[] status();
}
