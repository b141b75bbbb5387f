namespace KaizenGate.MSBuild;

/// <summary>How to treat the warnings of a rule, by the properties of the compiler.</summary>
internal sealed class WarningRules(string noWarn, string asErrors, string notAsErrors, bool allAsErrors)
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly HashSet<string> silenced = Codes(noWarn);
    private readonly HashSet<string> errors = Codes(asErrors);
    private readonly HashSet<string> exceptions = Codes(notAsErrors);

    public bool AreSilencedFor(string code) => silenced.Contains(code);

    public bool AreErrorsFor(string code) => !exceptions.Contains(code) && (allAsErrors || errors.Contains(code));

    private static HashSet<string> Codes(string list) =>
        new(list.Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
