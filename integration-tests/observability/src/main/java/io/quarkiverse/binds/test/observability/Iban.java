package io.quarkiverse.binds.test.observability;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A value with a converter. */
public record Iban(String number) {

    @Converter
    public static class InDatabase implements AttributeConverter<Iban, String> {

        @Override
        public String convertToDatabaseColumn(Iban iban) {
            return iban == null ? null : iban.number();
        }

        @Override
        public Iban convertToEntityAttribute(String number) {
            return number == null ? null : new Iban(number);
        }
    }
}
