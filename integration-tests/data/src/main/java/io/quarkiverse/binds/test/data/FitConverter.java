package io.quarkiverse.binds.test.data;

import jakarta.persistence.AttributeConverter;

/** Numbers as texts that sort otherwise; other texts, such as {@code fit 01}, are read as the same number. */
public class FitConverter implements AttributeConverter<Integer, String> {

    @Override
    public String convertToDatabaseColumn(Integer fit) {
        return fit == null ? null : "fit " + fit;
    }

    @Override
    public Integer convertToEntityAttribute(String text) {
        return text == null ? null : Integer.valueOf(text.substring("fit ".length()));
    }
}
