<#
.SYNOPSIS
Makes the list in which laptops tell their team how they stand. IT runs it once; running it again puts right what differs.

.DESCRIPTION
The list gets a line for each laptop, with the columns Device (indexed) and Record (several lines of plain text). Members read and
change their own lines only; leads and owners of the site read all. What that takes:

- "Read own, edit own" (ReadSecurity and WriteSecurity) binds everybody without the right "Manage Lists".
- The level Edit, which SharePoint gives the group of members by itself, has that right. The list therefore gets permissions of its
  own: members Contribute, leads Edit, owners Full Control, and nobody else.

Nothing is removed from lines that are there. Afterwards `vroom-assistant doctor` tries on each laptop whether a colleague's record
can be read.

Needs PowerShell 7 and the module PnP.PowerShell (Install-Module PnP.PowerShell -Scope CurrentUser), an owner of the site, and an
Entra application for PnP (Register-PnPEntraIDAppForInteractiveLogin).

.PARAMETER SiteUrl
The site that `office365.site` names: https://firm.sharepoint.com/sites/projects

.PARAMETER ClientId
The Entra application with which PnP PowerShell signs in; not that of the assistant.

.PARAMETER LeadsGroup
A SharePoint group of the site with the team leads. It is made when it is not there; its members are yours to fill in.

.PARAMETER MembersGroup
A SharePoint group with everybody who has the assistant; by default the site's own group of members.

.PARAMETER ListName
As `team.list` in the policy of the assistant.

.PARAMETER Hidden
Keep the list out of the site's contents. It can be read by who may read it all the same.

.EXAMPLE
./set_up_team_list.ps1 -SiteUrl https://firm.sharepoint.com/sites/projects -ClientId 00000000-0000-0000-0000-000000000000

.EXAMPLE
./set_up_team_list.ps1 -SiteUrl https://firm.sharepoint.com/sites/projects -ClientId 00000000-0000-0000-0000-000000000000 -WhatIf
#>
#Requires -Version 7.2
#Requires -Modules PnP.PowerShell

[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [ValidatePattern('^https://')]
    [string] $SiteUrl,

    [Parameter(Mandatory)]
    [ValidatePattern('^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$')]
    [string] $ClientId,

    [string] $LeadsGroup = 'Vroom team leads',

    [string] $MembersGroup,

    [string] $ListName = 'Vroom team status',

    [switch] $Hidden
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Versions of a line: what a laptop told the last days, should somebody have to look. A record has its own number anyway.
$VersionsKept = 50

function Get-Group([string] $Name) {
    Get-PnPGroup | Where-Object { $_.Title -eq $Name } | Select-Object -First 1
}

function Confirm-Column([string] $Name, [string] $Type, [bool] $Indexed) {
    $field = Get-PnPField -List $ListName | Where-Object { $_.InternalName -eq $Name }
    if ($null -eq $field) {
        Add-PnPField -List $ListName -DisplayName $Name -InternalName $Name -Type $Type -AddToDefaultView | Out-Null
    }
    elseif ($field.TypeAsString -ne $Type) {
        throw "The column $Name is there with the type $($field.TypeAsString). Rename that column, then run this again."
    }
    if ($Indexed) {
        Set-PnPField -List $ListName -Identity $Name -Values @{ Indexed = $true } | Out-Null
    }
    if ($Type -eq 'Note') {
        # Plain text: SharePoint would write mark-up into rich text, and no signature would fit any more.
        Set-PnPField -List $ListName -Identity $Name -Values @{ RichText = $false; NumberOfLines = 6 } | Out-Null
    }
}

Connect-PnPOnline -Url $SiteUrl -Interactive -ClientId $ClientId

try {
    if ([string]::IsNullOrWhiteSpace($MembersGroup)) {
        $MembersGroup = (Get-PnPGroup -AssociatedMemberGroup).Title
    }
    $owners = (Get-PnPGroup -AssociatedOwnerGroup).Title

    if ($null -eq (Get-Group $MembersGroup)) {
        throw "The site has no group named $MembersGroup."
    }
    if ($null -eq (Get-Group $LeadsGroup) -and $PSCmdlet.ShouldProcess($LeadsGroup, 'make the group of leads')) {
        New-PnPGroup -Title $LeadsGroup -Description 'Read how all laptops stand' -Owner $owners | Out-Null
    }

    if ($null -eq (Get-PnPList -Identity $ListName -ErrorAction SilentlyContinue) -and
        $PSCmdlet.ShouldProcess($ListName, 'make the list')) {
        New-PnPList -Title $ListName -Template GenericList -Url 'Lists/VroomTeamStatus' | Out-Null
    }

    if ($PSCmdlet.ShouldProcess($ListName, 'set columns, versions and permissions')) {
        Confirm-Column 'Device' 'Text' $true
        Confirm-Column 'Record' 'Note' $false

        # Title is in every list; a laptop fills it in, a person need not.
        Set-PnPField -List $ListName -Identity 'Title' -Values @{ Required = $false } | Out-Null

        # First the permissions, so that at no moment more people can read than afterwards.
        Set-PnPList -Identity $ListName -BreakRoleInheritance | Out-Null
        foreach ($assignment in @(
                @{ Group = $owners; Role = 'Full Control' },
                @{ Group = $LeadsGroup; Role = 'Edit' },
                @{ Group = $MembersGroup; Role = 'Contribute' })) {
            Set-PnPListPermission -Identity $ListName -Group $assignment.Group -AddRole $assignment.Role
        }
        Set-PnPList -Identity $ListName `
            -ReadSecurity AllUsersReadAccessOnItemsTheyCreate `
            -WriteSecurity WriteOnlyMyItems `
            -EnableVersioning $true `
            -MajorVersions $VersionsKept `
            -EnableAttachments $false `
            -EnableFolderCreation $false `
            -Hidden $Hidden.IsPresent | Out-Null
    }

    # What was set is read back: a list that is open to all must not look done.
    if (-not $WhatIfPreference) {
        $list = Get-PnPList -Identity $ListName -Includes @('ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments', 'RoleAssignments')
        if ($list.ReadSecurity -ne 2 -or $list.WriteSecurity -ne 2 -or -not $list.HasUniqueRoleAssignments) {
            throw "The list $ListName is not as it should be: members could read each other's lines. Do not use it yet."
        }
        $allowed = @($owners, $LeadsGroup, $MembersGroup)
        foreach ($role in $list.RoleAssignments) {
            $member = Get-PnPProperty -ClientObject $role -Property Member
            $levels = Get-PnPProperty -ClientObject $role -Property RoleDefinitionBindings
            if ($member.Title -notin $allowed) {
                Write-Warning "$($member.Title) can open the list too ($($levels.Name -join ', ')). Remove this if it is not meant."
            }
            elseif ($member.Title -eq $MembersGroup -and ($levels.Name -contains 'Edit' -or $levels.Name -contains 'Full Control')) {
                throw "$MembersGroup has more than Contribute on the list: its members could read each other's lines."
            }
        }
        Write-Output "The list '$ListName' is ready. Put the leads into the group '$LeadsGroup', then run 'vroom-assistant doctor'."
    }
}
finally {
    Disconnect-PnPOnline
}
