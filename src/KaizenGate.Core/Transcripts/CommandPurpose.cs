namespace KaizenGate.Core.Transcripts;

/// <summary>What a command is for; of several commands in one line, the largest.</summary>
internal enum CommandPurpose
{
    /// <summary>It only looks, as <c>grep</c>: that it finds nothing is an answer.</summary>
    Look,

    /// <summary>It checks the work in progress, as <c>dotnet test</c>: that it fails is its purpose.</summary>
    Check,

    /// <summary>Anything else.</summary>
    Act,
}
