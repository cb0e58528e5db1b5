package io.genjin.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.shared.FieldsRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address of one person, and what is something else that only looks like one. */
class EmailAddressTest {

    @Test
    void a_plain_address_stays_as_it_is_and_its_domain_is_written_small() {
        assertThat(EmailAddress.read("  Zhou.Qiang+crm@Dealer.Example ").value())
                .isEqualTo("Zhou.Qiang+crm@dealer.example");
    }

    @Test
    void a_chinese_domain_is_kept_as_mail_servers_know_it_and_shown_as_people_write_it() {
        EmailAddress address = EmailAddress.read("zhou@例子.公司");
        assertThat(address.value()).isEqualTo("zhou@xn--fsqu00a.xn--55qx5d");
        assertThat(address.shown()).isEqualTo("zhou@例子.公司");
        assertThat(EmailAddress.read("zhou@例子。公司").value()).isEqualTo(address.value());
    }

    @Test
    void nothing_typed_is_no_address() {
        assertThat(EmailAddress.read(null)).isNull();
        assertThat(EmailAddress.read("  ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhou",
                "@dealer.example",
                "zhou@",
                "zhou@dealer",
                "zhou@dealer.example\r\nBcc: all@dealer.example",
                "zhou@dealer.example, li@dealer.example",
                "zhou@dealer.example;li@dealer.example",
                "Zhou <zhou@dealer.example>",
                "zhou@dealer.example>",
                "\"zhou qiang\"@dealer.example",
                "zhou qiang@dealer.example",
                "周强@dealer.example",
                "zhou..qiang@dealer.example",
                ".zhou@dealer.example",
                "zhou@-dealer.example",
                "zhou@dealer..example",
                "zhou@[127.0.0.1]",
                "zhou@127.0.0.1",
                "zhou@deal_er.example",
                "zhou@dealer.example%00",
                "zhou\u0000@dealer.example",
                "zhou\u202e@dealer.example",
                "a@b@dealer.example",
                "<script>@dealer.example"
            })
    void what_could_say_more_than_one_address_is_refused_at_its_field(String hostile) {
        assertThatThrownBy(() -> EmailAddress.read(hostile))
                .isInstanceOfSatisfying(FieldsRefused.class, refused -> assertThat(refused.fields())
                        .singleElement()
                        .satisfies(field -> assertThat(field.name()).isEqualTo("email")));
    }

    @Test
    void too_long_is_refused() {
        assertThatThrownBy(() -> EmailAddress.read("z".repeat(65) + "@dealer.example"))
                .isInstanceOf(FieldsRefused.class);
        assertThatThrownBy(() -> EmailAddress.read("zhou@" + "dealer.".repeat(40) + "example"))
                .isInstanceOf(FieldsRefused.class);
    }
}
