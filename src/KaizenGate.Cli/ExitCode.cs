namespace KaizenGate.Cli;

/// <summary>The exit codes; 0 to 2 are those of the verdict.</summary>
internal static class ExitCode
{
    /// <summary>The gate passed, or the command succeeded.</summary>
    public const int Passed = 0;

    /// <summary>The gate failed, or <c>--check</c> found a difference.</summary>
    public const int Failed = 1;

    /// <summary>Invalid arguments or settings, or a backlog that cannot be read.</summary>
    public const int InputError = 2;

    /// <summary>A bug in this program.</summary>
    public const int InternalError = 3;

    /// <summary>Left with Ctrl-C, as after the signal.</summary>
    public const int Interrupted = 130;
}
