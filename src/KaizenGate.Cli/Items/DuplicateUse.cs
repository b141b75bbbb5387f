namespace KaizenGate.Cli.Items;

/// <summary>What becomes of a new improvement that looks like a duplicate.</summary>
internal enum DuplicateUse
{
    /// <summary>An error, and nothing is written; on a terminal, a question first.</summary>
    Refuse,

    /// <summary>It is added anyway.</summary>
    Add,

    /// <summary>It is a sighting of the one that exists.</summary>
    Sight,
}
