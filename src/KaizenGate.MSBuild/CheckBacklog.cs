using System.ComponentModel;
using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KaizenGate.MSBuild;

/// <summary>
/// Runs the gate once and returns the errors and warnings. <see cref="ReportFindings"/> logs them, because projects of a build may
/// treat warnings differently.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckBacklog : ToolTask
{
    /// <summary>The exit code of a program that the system refuses to start.</summary>
    private const int NotStarted = -1;

    /// <summary>The value of <c>--as-of</c> for the day of the checked-out commit.</summary>
    private const string Commit = "commit";

    private readonly List<Finding> findings = [];
    private readonly List<string> output = [];
    private readonly StringBuilder errorText = new();
    private GateProgram program = null!;
    private string? lastRun;
    private int? lastExitCode;
    private bool hasInfo;

    /// <summary>The folder that the gate runs in. Relative paths in the other parameters are relative to it.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The folder of this package in the package folder of NuGet, with the portable program.</summary>
    [Required]
    public string Package { get; set; } = "";

    /// <summary>The platform of the build, such as <c>linux-x64</c>; <c>any</c> uses the portable program even if there is a native one.</summary>
    public string Platform { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs the portable program; default: the one on the PATH.</summary>
    public string DotNet { get; set; } = "";

    /// <summary>The backlogs to check, separated by semicolons; default: those that the program finds.</summary>
    public string Backlogs { get; set; } = "";

    /// <summary>The settings file; default: the nearest kaizen.json.</summary>
    public string Config { get; set; } = "";

    /// <summary>The lowest severity that fails the gate; default: the one in the settings.</summary>
    public string FailOn { get; set; } = "";

    /// <summary>The revision at which the change to check starts; default: check everything.</summary>
    public string Since { get; set; } = "";

    /// <summary>
    /// The day that counts as today: a date, <c>today</c>, or <c>commit</c> for that of the checked-out commit. Default: the variable
    /// KAIZEN_AS_OF, else <c>commit</c>, so that a commit builds with the same result on every day.
    /// </summary>
    public string AsOf { get; set; } = "";

    /// <summary>The path of the SARIF report; default: none.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>The path of the JUnit report; default: none.</summary>
    public string JUnit { get; set; } = "";

    /// <summary><c>pass</c>, <c>fail</c> or <c>error</c>, with metadata; see <see cref="RunVerdict"/>.</summary>
    [Output]
    public ITaskItem Verdict =>
        new RunVerdict(lastExitCode ?? ExitCode, errorText.ToString(), program.File, HasFindings).ToItem();

    /// <summary>The errors and warnings, one item each, in the order of the program.</summary>
    [Output]
    public ITaskItem[] Findings => [.. findings.Select(finding => finding.ToItem())];

    /// <inheritdoc/>
    protected override string ToolName => Path.GetFileName(program.Path);

    // The program always writes UTF-8.
    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    // The importance identifies the stream in LogEventsFromTextOutput.
    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    private bool HasFindings => findings.Count > 0 || hasInfo;

    private List<string> BacklogPaths =>
        [.. Backlogs.Split(';').Select(path => path.Trim()).Where(path => path.Length > 0)];

    private IEnumerable<string> ReportPaths =>
        new[] { Sarif, JUnit }
            .Where(path => path.Length > 0)
            .Select(path => Path.GetFullPath(Path.Combine(Folder, path)));

    /// <inheritdoc/>
    protected override bool ValidateParameters()
    {
        Folder = Path.GetFullPath(Folder);
        program = GateProgram.Find(Path.GetFullPath(Package).TrimEnd(Path.DirectorySeparatorChar), Platform, DotNet);
        return base.ValidateParameters();
    }

    /// <summary>Whether the gate ran today with the same inputs; then repeats its findings.</summary>
    protected override bool SkipTaskExecution()
    {
        lastRun =
            Since.Length > 0
                ? null
                : LastRun.PathFor(Folder, BacklogPaths, Config, GenerateCommandLineCommands(), program);
        if (lastRun is null || !ReportPaths.All(File.Exists) || LastRun.Read(lastRun) is not { } last)
        {
            return false;
        }

        Log.LogMessage(
            MessageImportance.Normal,
            "KaizenGate: nothing has changed since the last run today, so this is its result ({0}).",
            lastRun
        );
        lastExitCode = last.ExitCode;
        foreach (var line in last.Lines)
        {
            Read(line);
        }

        return true;
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => program.Path;

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => Folder;

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var arguments = new List<string>(program.Arguments) { "check", "--format=msbuild" };
        Add("--config=", Config);
        Add("--fail-on=", FailOn);
        Add("--as-of=", Day());
        Add("--since=", Since);
        Add("--report=sarif=", Sarif);
        Add("--report=junit=", JUnit);
        if (BacklogPaths.Count > 0)
        {
            arguments.Add("--");
            arguments.AddRange(BacklogPaths);
        }

        return CommandLineText.Of(arguments);

        void Add(string option, string value)
        {
            if (value.Length > 0)
            {
                arguments.Add(option + value);
            }
        }
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance == StandardErrorImportanceToUse)
        {
            errorText.AppendLine(singleLine);
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine);
        }
        else
        {
            output.Add(singleLine);
            Read(singleLine);
        }
    }

    private void Read(string line)
    {
        if (Finding.Parse(line, Folder) is not { } finding)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", line);
        }
        else if (finding.IsProblem)
        {
            findings.Add(finding);
        }
        else
        {
            hasInfo |= finding.Kind == FindingKind.Info;
            finding.LogMessage(Log);
        }
    }

    /// <inheritdoc/>
    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        var exitCode = NotStarted;
        try
        {
            exitCode = base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        }
        catch (Win32Exception error)
        {
            errorText.AppendLine(error.Message);
        }

        if (lastRun is not null && new RunVerdict(exitCode, "", program.File, HasFindings).IsVerdict)
        {
            LastRun.Write(lastRun, exitCode, output);
        }

        return exitCode;
    }

    private string Day() =>
        AsOf.ToUpperInvariant() switch
        {
            // An option would override the variable.
            "" => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KAIZEN_AS_OF")) ? Commit : "",
            "COMMIT" => Commit,
            "TODAY" => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => AsOf,
        };

    // ReportFindings logs the errors.
    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors() => !Log.HasLoggedErrors;
}
