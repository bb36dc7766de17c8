package scrip.web.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * Reads what sessions hold. What another version of Scrip has stored and this one cannot read counts as not there: after
 * an upgrade people may have to sign in again, and are not shut out by a cookie that nobody understands.
 */
final class SessionBytes implements GenericConverter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);

    private final DeserializingConverter reading = new DeserializingConverter(SessionBytes.class.getClassLoader());

    /** @return what Spring Session converts by, to bytes and back */
    static GenericConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(new SessionBytes());
        return conversion;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(byte[].class, Object.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object stored, TypeDescriptor from, TypeDescriptor to) {
        try {
            return stored instanceof byte[] bytes ? reading.convert(bytes) : null;
        } catch (SerializationFailedException e) {
            LOG.info("A session holds what this version cannot read, which is left out: {}",
                    e.getMostSpecificCause().toString());
            return null;
        }
    }
}
