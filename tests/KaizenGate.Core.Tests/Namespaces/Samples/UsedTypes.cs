namespace KaizenGate.Core.Tests.Namespaces.Samples;

internal class Base;

internal interface IImplemented;

internal sealed class Field;

internal sealed class Argument;

internal sealed class Parameter;

internal class Constraint;

internal enum Local
{
    First,
    Second,
}

internal static class Called
{
    public static int Count { get; } = 1;
}

internal static class Behind
{
    public static int Count { get; } = 2;
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkedAttribute : Attribute;
