namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The result of a run of the action.</summary>
/// <param name="ExitCode">The exit code of the step that failed, or 0.</param>
/// <param name="Log">The output of all steps.</param>
/// <param name="Summary">The job summary.</param>
/// <param name="Outputs">The outputs of the action.</param>
/// <param name="Used">The inputs of each other action that was called, by its name.</param>
/// <param name="Path">The folders that later steps of the job have on their PATH.</param>
internal sealed record ActionOutcome(
    int ExitCode,
    string Log,
    string Summary,
    IReadOnlyDictionary<string, string> Outputs,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Used,
    IReadOnlyList<string> Path
)
{
    private const string UploadAction = "github/codeql-action/upload-sarif";

    /// <summary>The inputs of the upload to code scanning; null if nothing was uploaded.</summary>
    public IReadOnlyDictionary<string, string>? Upload =>
        Used.FirstOrDefault(one => one.Key.StartsWith(UploadAction, StringComparison.Ordinal)).Value;

    /// <summary>The annotations of a level.</summary>
    public IEnumerable<string> Annotations(string level) =>
        Log.Split('\n').Where(line => line.StartsWith($"::{level} ", StringComparison.Ordinal));

    public override string ToString() => $"exit code {ExitCode}\n{Log}\n{Summary}";
}
