namespace KaizenGate.Cli;

/// <summary>What the program tells whoever started it. 0 to 2 are those of the verdict.</summary>
internal static class ExitStatus
{
    /// <summary>The gate is open, or the command did what it was asked.</summary>
    public const int Open = 0;

    /// <summary>The gate is shut, or what was to be checked is not so.</summary>
    public const int Shut = 1;

    /// <summary>Bad arguments or settings, or a backlog that cannot be read.</summary>
    public const int CouldNotJudge = 2;

    /// <summary>A fault of the program's own.</summary>
    public const int Fault = 3;
}
