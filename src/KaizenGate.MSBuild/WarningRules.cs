namespace KaizenGate.MSBuild;

/// <summary>What becomes of the warning of a rule, by the properties that the compiler goes by.</summary>
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
