using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>
/// Finds the types that each type of an assembly uses: in base types, signatures, fields, attributes, constraints and method bodies,
/// including generic arguments. Nested types count as their outer type. Constants leave no trace, because the compiler copies their values.
/// </summary>
internal sealed class TypeUses : ISignatureTypeProvider<bool, bool>
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader reader;
    private readonly PEReader file;
    private readonly Dictionary<UsedType, HashSet<string>> members = [];
    private HashSet<UsedType> seen = [];
    private HashSet<string> called = [];

    private TypeUses(PEReader file) => (this.file, reader) = (file, file.GetMetadataReader());

    /// <summary>Returns, for each type of an assembly, the other types of this repository that it uses.</summary>
    /// <param name="path">The path of the assembly.</param>
    public static Dictionary<UsedType, HashSet<UsedType>> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return new TypeUses(file).Read();
    }

    /// <summary>
    /// Returns, for each type of an assembly, the members of other assemblies that it uses: <c>System.IO.File.Delete</c>. A constructor
    /// with a string as its first argument ends with <c>..ctor(string)</c>.
    /// </summary>
    /// <param name="path">The path of the assembly.</param>
    public static Dictionary<UsedType, HashSet<string>> ReadMembers(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var uses = new TypeUses(file);
        uses.Read();
        return uses.members;
    }

    private Dictionary<UsedType, HashSet<UsedType>> Read()
    {
        var uses = new Dictionary<UsedType, HashSet<UsedType>>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var user = NameOf(handle);
            seen = uses.TryGetValue(user, out var known) ? known : uses[user] = [];
            called = members.TryGetValue(user, out var own) ? own : members[user] = [];
            Add(reader.GetTypeDefinition(handle));
            seen.Remove(user);
            seen.RemoveWhere(used => !used.Namespace.StartsWith(nameof(KaizenGate), StringComparison.Ordinal));
        }

        return uses;
    }

    private void Add(TypeDefinition type)
    {
        Add(type.BaseType);
        Add(type.GetCustomAttributes());
        Add(type.GetGenericParameters());
        foreach (var one in type.GetInterfaceImplementations())
        {
            Add(reader.GetInterfaceImplementation(one).Interface);
        }

        foreach (var one in type.GetFields())
        {
            Add(one);
            Add(reader.GetFieldDefinition(one).GetCustomAttributes());
        }

        foreach (var one in type.GetProperties())
        {
            Add(reader.GetPropertyDefinition(one).GetCustomAttributes());
        }

        foreach (var one in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(one);
            Add(one);
            Add(method.GetCustomAttributes());
            Add(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                Add(file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void Add(CustomAttributeHandleCollection attributes)
    {
        foreach (var one in attributes)
        {
            Add(reader.GetCustomAttribute(one).Constructor);
        }
    }

    private void Add(GenericParameterHandleCollection parameters)
    {
        foreach (var one in parameters.SelectMany(one => reader.GetGenericParameter(one).GetConstraints()))
        {
            Add(reader.GetGenericParameterConstraint(one).Type);
        }
    }

    private void Add(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, true);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Add(region.CatchType);
        }

        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            var operand = Operands[value == 0xFE ? (value << 8) | code.ReadByte() : value];
            if (
                operand
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
            {
                Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                continue;
            }

            var length = operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => code.ReadInt32() * 4,
                _ => 4,
            };
            code.Offset += length;
        }
    }

    /// <summary>Adds a type, or the types in a member's signature and the type that declares it.</summary>
    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                seen.Add(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                seen.Add(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, true);
                break;
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                Add(field.GetDeclaringType());
                field.DecodeSignature(this, true);
                break;
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                Add(method.GetDeclaringType());
                method.DecodeSignature(this, true);
                break;
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                Add(member.Parent);
                if (OwnerOf(member) is { } owner)
                {
                    called.Add(NameOf(member, owner));
                }

                _ =
                    member.GetKind() is MemberReferenceKind.Field
                        ? member.DecodeFieldSignature(this, true)
                        : member.DecodeMethodSignature(this, true).ReturnType;
                break;
            case HandleKind.MethodSpecification:
                var instance = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(instance.Method);
                instance.DecodeSignature(this, true);
                break;
            default:
                throw new BadImageFormatException($"a {handle.Kind} instead of a type or a member");
        }
    }

    /// <summary>The type of another assembly, also a generic one, that declares a member; null for one of this assembly.</summary>
    private TypeReferenceHandle? OwnerOf(MemberReference member)
    {
        var owner = member.Parent;
        if (owner.Kind is HandleKind.TypeSpecification)
        {
            var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)owner).Signature);
            if (signature.ReadSignatureTypeCode() is SignatureTypeCode.GenericTypeInstance)
            {
                signature.ReadCompressedInteger(); // A class or a value.
                owner = signature.ReadTypeHandle();
            }
        }

        return owner.Kind is HandleKind.TypeReference ? (TypeReferenceHandle)owner : null;
    }

    private string NameOf(MemberReference member, TypeReferenceHandle owner)
    {
        var name = reader.GetString(member.Name);
        // The signature: how it is called, the number of parameters, what it returns, the first parameter.
        var takesText =
            name == ConstructorInfo.ConstructorName
            && reader.GetBlobBytes(member.Signature) is [_, > 0, _, (byte)SignatureTypeCode.String, ..];
        return $"{NameOf(owner)}.{name}{(takesText ? "(string)" : "")}";
    }

    private UsedType NameOf(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.IsNested ? NameOf(type.GetDeclaringType()) : NameOf(type.Namespace, type.Name);
    }

    private UsedType NameOf(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : NameOf(type.Namespace, type.Name);
    }

    private UsedType NameOf(StringHandle space, StringHandle name) =>
        new(reader.GetString(space), reader.GetString(name).Split('`')[0]);

    bool ISignatureTypeProvider<bool, bool>.GetFunctionPointerType(MethodSignature<bool> signature) => true;

    bool ISignatureTypeProvider<bool, bool>.GetGenericMethodParameter(bool genericContext, int index) => true;

    bool ISignatureTypeProvider<bool, bool>.GetGenericTypeParameter(bool genericContext, int index) => true;

    bool ISignatureTypeProvider<bool, bool>.GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) =>
        true;

    bool ISignatureTypeProvider<bool, bool>.GetPinnedType(bool elementType) => true;

    bool ISignatureTypeProvider<bool, bool>.GetTypeFromSpecification(
        MetadataReader reader,
        bool genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    )
    {
        Add(handle);
        return true;
    }

    bool ISimpleTypeProvider<bool>.GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

    bool ISimpleTypeProvider<bool>.GetTypeFromDefinition(
        MetadataReader reader,
        TypeDefinitionHandle handle,
        byte rawTypeKind
    ) => seen.Add(NameOf(handle));

    bool ISimpleTypeProvider<bool>.GetTypeFromReference(
        MetadataReader reader,
        TypeReferenceHandle handle,
        byte rawTypeKind
    ) => seen.Add(NameOf(handle));

    bool IConstructedTypeProvider<bool>.GetArrayType(bool elementType, ArrayShape shape) => true;

    bool IConstructedTypeProvider<bool>.GetByReferenceType(bool elementType) => true;

    bool IConstructedTypeProvider<bool>.GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) =>
        true;

    bool IConstructedTypeProvider<bool>.GetPointerType(bool elementType) => true;

    bool ISZArrayTypeProvider<bool>.GetSZArrayType(bool elementType) => true;
}

/// <summary>A top-level type.</summary>
internal sealed record UsedType(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
