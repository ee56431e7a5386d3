package io.quarkiverse.binds.deployment;

import java.sql.Connection;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.pool.ConnectionFactory;
import io.quarkiverse.binds.runtime.pool.LoginIsolation;
import io.quarkus.gizmo.Gizmo;

/**
 * Makes Agroal take the isolation of a pool's connections from {@link LoginIsolation}: Agroal has no configuration for it that
 * would not send another command with each connection. Another version of Agroal that works differently is left unchanged.
 */
final class LoginIsolationVisitor extends ClassVisitor {

    private static final String FACTORY = Type.getInternalName(ConnectionFactory.class);
    private static final String CONNECTION = Type.getInternalName(Connection.class);
    private static final Type CONFIGURATION = Type.getType(AgroalConnectionFactoryConfiguration.class);
    private static final String FIELD = "configuration";

    private boolean hasConfiguration;

    LoginIsolationVisitor(ClassVisitor visitor) {
        super(Gizmo.ASM_API_VERSION, visitor);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        hasConfiguration |= name.equals(FIELD) && descriptor.equals(CONFIGURATION.getDescriptor());
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return hasConfiguration && name.equals("connectionSetup") ? new Setup(method) : method;
    }

    /** Replaces {@code connection.getTransactionIsolation()} by {@code LoginIsolation.of(connection, configuration)}. */
    private static final class Setup extends MethodVisitor {

        Setup(MethodVisitor method) {
            super(Gizmo.ASM_API_VERSION, method);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (!owner.equals(CONNECTION) || !name.equals("getTransactionIsolation")) {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                return;
            }
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitFieldInsn(Opcodes.GETFIELD, FACTORY, FIELD, CONFIGURATION.getDescriptor());
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(LoginIsolation.class), "of",
                    Type.getMethodDescriptor(Type.INT_TYPE, Type.getType(Connection.class), CONFIGURATION), false);
        }
    }
}
