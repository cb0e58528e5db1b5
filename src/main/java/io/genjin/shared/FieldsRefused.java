package io.genjin.shared;

import java.util.List;

/** Some fields are missing or wrong; each is named with the rule it breaks. */
public class FieldsRefused extends Refusal {

    public FieldsRefused(List<Field> fields) {
        super(Kind.RULE);
        fields.forEach(this::at);
    }

    public FieldsRefused(Field... fields) {
        this(List.of(fields));
    }
}
