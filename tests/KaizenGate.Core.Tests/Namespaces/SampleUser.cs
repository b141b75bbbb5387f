using KaizenGate.Core.Tests.Namespaces.Samples;

namespace KaizenGate.Core.Tests.Namespaces;

/// <summary>Uses each sample type in exactly one way.</summary>
[Marked]
internal sealed class SampleUser<T> : Base, IImplemented
    where T : Constraint
{
    private readonly Field field = new();
    private readonly List<Argument[]> arguments = [];

    public int Take(Parameter? parameter)
    {
        var local = parameter is null ? Local.First : Local.Second;
        local = parameter is null ? local : Local.First;
        switch (arguments.Count + (int)local)
        {
            case 0:
                return field.GetHashCode();
            case 1:
                return 2;
            case 2:
                return 4;
            case 3:
                return 8;
            default:
                return Behind.Count + Called.Count;
        }
    }
}
